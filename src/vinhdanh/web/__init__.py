"""Staff pages: addresses, forms, views and templates; nothing below knows of them."""
