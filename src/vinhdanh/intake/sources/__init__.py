"""Readers of file formats: each turns bytes into the blocks of `intake.blocks`."""
