// The playground: an editor, the engine, and the findings beside it.
import './engine.js'
import { check, contracts, example } from '@klavi/validate/api.js'
import { json } from '@codemirror/lang-json'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { tags } from '@lezer/highlight'
import { EditorView, basicSetup } from 'codemirror'
import { read, written } from './link.js'
import { recognise } from './recognise.js'

const settings = JSON.parse(document.getElementById('settings').textContent)
const { lang, words, codes } = settings
const [contractList, dayField, exampleButton, breakButton, linkButton, state, list] = [
  'contract', 'day', 'example', 'break', 'link', 'state', 'findings',
].map((id) => document.getElementById(id))

const FIRST = 'create-payment.request'
const known = new Set(contracts.map(({ name }) => name))
let breaks = { contract: '', next: 0 }

// Colours of the page, which know light and dark.
const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--link)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warning)' },
  { tag: tags.invalid, color: 'var(--error)' },
])

const editor = new EditorView({
  parent: document.getElementById('editor'),
  extensions: [
    basicSetup,
    json(),
    lintGutter(),
    syntaxHighlighting(colours),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': words.pg_payload }),
    EditorView.updateListener.of((update) => update.docChanged && judge()),
  ],
})

const text = () => editor.state.doc.toString()
const options = () => ({ lang, ...(dayField.value && { today: dayField.value }) })

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Words in which names stand between backticks. */
function prose(words) {
  return words.split('`').map((part, index) => (index % 2 === 0 ? part : element('code', { textContent: part })))
}

/** Offsets of the engine are bytes; those of the editor are UTF-16 units. */
function places(payload) {
  const bytes = new TextEncoder().encode(payload)
  const decoder = new TextDecoder()
  return (offset) => Math.min(decoder.decode(bytes.subarray(0, offset)).length, payload.length)
}

function show(from, to) {
  editor.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
  editor.focus()
}

function item(finding, place) {
  const { code, severity, message, help, because, pointer, span } = finding
  const [from, to] = [place(span.start.offset), place(span.end.offset)]
  const title = element('p', {},
    element('strong', { className: severity, textContent: severity === 'error' ? words.pg_error : words.pg_warning }), ' ',
    element('a', { href: `codes/${code}.html` }, element('code', { textContent: code })))
  const row = element('li', {}, title, element('p', {}, ...prose(message)))
  if (help) row.append(element('p', {}, element('strong', { textContent: `${words.pg_help}: ` }), ...prose(help)))
  const button = element('button', { type: 'button', textContent: words.pg_show })
  button.setAttribute('aria-label', `${words.pg_show}: ${pointer || '/'}`)
  button.addEventListener('click', () => show(from, to))
  row.append(element('p', {}, element('code', { textContent: pointer || '/' }), ' ', button))
  for (const cause of because ?? []) {
    const link = element('button', { type: 'button', textContent: cause.pointer })
    link.addEventListener('click', () => show(place(cause.span.start.offset), place(cause.span.end.offset)))
    row.append(element('p', {}, `${words.pg_cause} `, link))
  }
  return { row, diagnostic: { from, to: Math.max(to, from), severity, message, source: code } }
}

function judge() {
  const payload = text()
  const contract = contractList.value || recognise(payload)?.name
  list.replaceChildren()
  if (!contract) {
    state.textContent = payload.trim() ? words.pg_unknown : ''
    editor.dispatch(setDiagnostics(editor.state, []))
    return
  }
  const report = check(contract, payload, options())
  const place = places(payload)
  const items = report.findings.map((finding) => item(finding, place))
  list.replaceChildren(...items.map(({ row }) => row))
  const diagnostics = items.map(({ diagnostic }) => diagnostic).sort((a, b) => a.from - b.from)
  editor.dispatch(setDiagnostics(editor.state, diagnostics))
  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`
  const { pg_error, pg_errors, pg_warning, pg_warnings } = words
  const counts = `${count(report.errors, pg_error, pg_errors)}, ${count(report.warnings, pg_warning, pg_warnings)}`
  const told = report.findings.length === 0 ? words.pg_clean : counts
  state.textContent = contractList.value ? told : `${words.pg_recognised} ${contract}. ${told}`
}

const write = (payload) =>
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: payload } })

const decoder = new TextDecoder()
const sample = async (contract, code) => decoder.decode(await example(contract, { ...options(), break: code }))

const shown = () => contractList.value || recognise(text())?.name || FIRST

async function showExample() {
  const contract = shown()
  breaks = { contract, next: 0 }
  write(await sample(contract))
}

/** Steps through what can be wrong with the contract. */
async function showBreak() {
  const contract = shown()
  const own = codes.filter((one) => one.contract === contract)
  if (own.length === 0) return
  if (breaks.contract !== contract) breaks = { contract, next: 0 }
  const { code } = own[breaks.next % own.length]
  breaks.next += 1
  contractList.value = contract
  write(await sample(contract, code))
}

async function copyLink() {
  const address = new URL(location.href)
  address.hash = written({ contract: contractList.value, day: dayField.value, text: text() })
  history.replaceState(null, '', address)
  try {
    await navigator.clipboard.writeText(address.href)
    state.textContent = words.pg_copied
  } catch {
    // Without the right to the clipboard the address bar holds the link.
  }
}

/** Today in Brasília. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'America/Sao_Paulo' })

async function start() {
  const { contract, day, broken, text: payload } = read(location.hash)
  if (known.has(contract)) contractList.value = contract
  dayField.value = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : today()
  const code = codes.find((one) => one.code === broken)
  if (payload !== undefined) {
    write(payload)
  } else if (code) {
    contractList.value = code.contract
    write(await sample(code.contract, code.code))
  } else {
    await showExample()
  }
  judge()
}

contractList.addEventListener('change', judge)
dayField.addEventListener('change', judge)
exampleButton.addEventListener('click', showExample)
breakButton.addEventListener('click', showBreak)
linkButton.addEventListener('click', copyLink)
start()
