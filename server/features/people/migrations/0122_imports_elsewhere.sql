-- Imports are a part of their own now (imports_tables): villages come in the same way.
DROP TABLE people_import_steps;
DROP TABLE people_imports;
