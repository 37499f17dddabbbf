print("nothing is timed yet")
