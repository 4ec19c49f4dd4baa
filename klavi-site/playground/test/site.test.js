// The site in a real browser, from its files: `node --test test` with the folder of the site in KLAVI_SITE.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const site = resolve(process.env.KLAVI_SITE ?? '../../target/site')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const address = (path) => pathToFileURL(join(site, path)).href
const WIDTHS = [{ width: 390, height: 800 }, { width: 1280, height: 900 }]
const LANGS = ['en', 'pt-BR']
const PAGES = ['index', 'playground', 'contracts', 'contracts/create-payment.request', 'codes', 'codes/proxy-required', 'sources', 'guide', 'dialect', 'search']

let browser
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
after(() => browser?.close())

/** A page of the browser that notes what it asks the network for, and what fails in it. */
async function open(path, options = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const asked = []
  const failed = []
  page.on('request', (request) => /^(file|data|blob):/.test(request.url()) || asked.push(request.url()))
  page.on('pageerror', (error) => failed.push(error.message))
  await page.goto(address(path))
  return { page, asked, failed, close: () => context.close() }
}

const ready = (page) => page.waitForFunction(() => document.querySelectorAll('.cm-content').length === 1)
const stated = (page, text) => page.waitForFunction((text) => document.getElementById('state').textContent.includes(text), text)
const codes = (page) => page.$$eval('#findings > li a code', (all) => all.map((one) => one.textContent))

async function paste(page, text) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

for (const lang of LANGS) {
  for (const viewport of WIDTHS) {
    test(`${lang} at ${viewport.width}: nothing serious for axe, nothing wider than the screen, no request`, async () => {
      for (const colorScheme of ['light', 'dark']) {
        for (const path of PAGES) {
          const { page, asked, failed, close } = await open(`${lang}/${path}.html`, { viewport, colorScheme })
          if (path === 'playground') await ready(page)
          await page.evaluate(axe)
          const { violations } = await page.evaluate(() => window.axe.run())
          const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          const told = serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
          assert.deepEqual(told, [], `${path}, ${colorScheme}`)
          const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
          assert.ok(content <= screen, `${path} is ${content} wide on ${screen}`)
          assert.deepEqual([asked, failed], [[], []], path)
          await close()
        }
      }
    })
  }
}

const WORDS = {
  en: { clean: 'Valid: nothing was found.', copied: 'copied', proxy: 'is required' },
  'pt-BR': { clean: 'Válido: nada foi encontrado.', copied: 'copiado', proxy: 'é obrigatório' },
}

for (const lang of LANGS) {
  test(`${lang}: a payload is recognised, broken, mended and sent on as a link`, async () => {
    const { page, asked, failed, close } = await open(`${lang}/playground.html`)
    await ready(page)
    await stated(page, `create-payment.request. ${WORDS[lang].clean}`)
    await paste(page, '{"accessKey": "é", "secretKey": 1}')
    await stated(page, 'auth.request')
    assert.deepEqual(await codes(page), ['type'])
    await page.locator('#findings button').first().click()
    assert.equal(await page.evaluate(() => getSelection().toString()), '1')
    await page.locator('#link').click()
    const link = page.url()
    assert.match(link, /#payload=/)
    await page.goto('about:blank')
    await page.goto(link)
    await stated(page, 'auth.request')
    assert.deepEqual(await codes(page), ['type'])
    await paste(page, '{"accessKey": "é", "secretKey": "1"}')
    await stated(page, WORDS[lang].clean)
    await page.locator('#break').click()
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length > 0)
    assert.equal(await page.locator('#contract').inputValue(), 'auth.request')
    assert.deepEqual([asked, failed], [[], []])
    await close()
  })

  test(`${lang}: the page of a code leads to its example in the playground`, async () => {
    const { page, close } = await open(`${lang}/codes/proxy-required.html`)
    await page.locator('a[href$="#break=proxy-required"]').click()
    await ready(page)
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length > 0)
    assert.deepEqual(await codes(page), ['proxy-required'])
    assert.ok((await page.locator('#findings').textContent()).includes(WORDS[lang].proxy))
    await close()
  })

  test(`${lang}: with the keyboard alone`, async () => {
    const { page, close } = await open(`${lang}/index.html`)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement.className), 'button')
    await page.keyboard.press('Enter')
    await ready(page)
    await page.locator('#contract').focus()
    await page.keyboard.press('Tab')
    for (const id of ['example', 'break']) {
      while ((await page.evaluate(() => document.activeElement.id)) !== id) await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length > 0)
    // Out of the editor again, to the first finding.
    await page.locator('#link').focus()
    let steps = 0
    while (!(await page.evaluate(() => document.activeElement.closest('#findings'))) && steps < 20) {
      await page.keyboard.press((await page.evaluate(() => document.activeElement.closest('.cm-editor'))) ? 'Escape' : 'Tab')
      await page.keyboard.press('Tab')
      steps += 1
    }
    assert.ok(steps < 20, 'the findings are out of reach')
    await close()
  })

  test(`${lang}: the search finds fields, codes and sources`, async () => {
    const { page, close } = await open(`${lang}/search.html`)
    for (const [query, url] of [['proxy-required', 'codes/proxy-required.html'], ['loggedusercpf', '#/loggedUserCpf'], ['X28', '#source-x28']]) {
      await page.locator('#query').fill(query)
      const links = await page.$$eval('#results a', (all) => all.map((one) => one.getAttribute('href')))
      assert.ok(links.slice(0, 3).some((link) => link.endsWith(url)), `${query}: ${links.slice(0, 3)}`)
    }
    await page.locator('#query').fill('zzzz')
    assert.equal(await page.locator('#results a').count(), 0)
    await close()
  })
}
