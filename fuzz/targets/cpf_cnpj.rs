#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::cpf_cnpj`."]

klavi_fuzz::target!(cpf_cnpj);
