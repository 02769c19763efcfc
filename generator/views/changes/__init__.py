"""What changed between editions, described for a page, a feed, a paper, a terminal and programs."""
