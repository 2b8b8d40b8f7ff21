"""The art of the `decade` family: things from 1900 to the distant future, a module a kind of thing."""
