"""python -m retold"""

from retold.cli import main

if __name__ == "__main__":  # processes started for the work import this file again
    main()
