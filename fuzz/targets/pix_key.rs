#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::pix_key`."]

klavi_fuzz::target!(pix_key);
