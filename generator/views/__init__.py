"""What is made of a guidebook: pages, papers, the finder's index, exports. No disk access."""
