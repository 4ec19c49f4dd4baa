use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(shcema = "contracts/auth.request.schema.json")]
struct Login {
    access_key: String,
}

fn main() {}
