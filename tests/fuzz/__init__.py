"""Inputs made by a machine, in their thousands: nothing may fall over, take long, or fill the memory."""
