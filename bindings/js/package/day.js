/** Today in Brasília, UTC-3: WebAssembly has no clock. */
const BRASILIA = -3 * 3600 * 1000
const DAY = 24 * 3600 * 1000

const dayOf = (milliseconds) => new Date(milliseconds + BRASILIA).toISOString().slice(0, 10)

let lastDay = { number: NaN, text: '' }

function today() {
  const now = Date.now()
  const number = Math.floor((now + BRASILIA) / DAY)
  if (number !== lastDay.number) lastDay = { number, text: dayOf(now) }
  return lastDay.text
}

/** A day as the engine reads it; today where none is named. */
export const writeDay = (day) => (day instanceof Date ? dayOf(day.getTime()) : (day ?? today()))
