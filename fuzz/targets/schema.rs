#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::schema`."]

klavi_fuzz::target!(schema);
