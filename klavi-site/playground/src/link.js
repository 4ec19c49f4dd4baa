// The state of the page behind the # of its address, which no browser sends anywhere.

const encode = (text) => btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
const decode = (text) => new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)))

/** The part of an address that brings back this state. */
export function written({ contract, day, text }) {
  const state = new URLSearchParams({ payload: encode(text) })
  if (contract) state.set('contract', contract)
  if (day) state.set('day', day)
  return `#${state}`
}

/** The state that an address holds, as far as it is one. */
export function read(hash) {
  const state = new URLSearchParams(hash.slice(1))
  const payload = state.get('payload')
  let text
  try {
    text = payload === null ? undefined : decode(payload)
  } catch {
    // Half a link is as good as none.
  }
  return { contract: state.get('contract') ?? '', day: state.get('day') ?? '', broken: state.get('break') ?? '', text }
}
