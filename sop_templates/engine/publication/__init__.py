"""What parents read: pages, PDF, the schoolgids extract."""
