"""What a preview shows besides the site: its problems, and where they are."""

from generator.views.problem_panel.live_report import FOLDER, Entry, FileAt, Report

__all__ = ["FOLDER", "Entry", "FileAt", "Report"]
