"""What the Hub keeps: git repositories, LFS objects, the index, and what is read out of them."""
