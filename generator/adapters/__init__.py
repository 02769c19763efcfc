"""Where the guidebook meets the outside: the disk, MkDocs, the folder that is published."""
