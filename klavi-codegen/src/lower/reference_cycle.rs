//! Schemas that judge a value by themselves: no machine could finish them.

use super::{ENDLESS, Lower};
use klavi_core::program::Node;

impl Lower<'_> {
    /// Reports every node from which a way of `$ref`, `allOf` and their like leads back to it.
    pub(super) fn refuse_endless(&mut self) {
        let mut state = vec![State::New; self.nodes.len()];
        for id in 0..self.nodes.len() {
            self.visit(id, &mut state);
        }
    }

    fn visit(&mut self, id: usize, state: &mut [State]) {
        match state[id] {
            State::Done => return,
            State::Open => return self.endless(id),
            State::New => state[id] = State::Open,
        }
        for next in self.nodes[id].iter().flat_map(Node::same_value).collect::<Vec<_>>() {
            self.visit(usize::from(next), state);
        }
        state[id] = State::Done;
    }

    fn endless(&mut self, id: usize) {
        let pointer = self.nodes[id].map_or("", |node| node.location.uri.trim_start_matches('#'));
        if let Some(tree) = self.target(pointer) {
            self.error(tree, pointer, ENDLESS);
        }
    }
}

#[derive(Clone, Copy)]
enum State {
    New,
    Open,
    Done,
}
