"""The cards of the covariates."""
