use klavi_derive::Validate;

#[derive(Validate)]
struct Login {
    access_key: String,
}

fn main() {}
