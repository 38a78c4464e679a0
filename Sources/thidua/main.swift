import ArgumentParser
import Configuration
import Server
print("x")
