"""What `guidebook edit` adds to the site: forms for what no page shows, pictures of the ways."""
