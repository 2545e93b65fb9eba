"""Retold works out how a news story was retold."""
