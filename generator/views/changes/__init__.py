"""What changed between editions, told for a page, a feed, a paper, a terminal and programs."""
