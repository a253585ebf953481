"""The shared language: vocabulary, IRIs, data classes, errors, gazetteer."""
