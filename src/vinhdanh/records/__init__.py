"""Official documents: numbers, register, files, who has read them."""
