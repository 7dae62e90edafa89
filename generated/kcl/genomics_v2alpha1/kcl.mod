[package]
name = "genomics_v2alpha1"
edition = "v0.11.0"
version = "0.1.0"
