"""Where trainings run: a module for each engine beside `interface`, which says what an engine must do."""
