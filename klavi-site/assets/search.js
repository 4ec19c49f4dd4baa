// Looks through the index that stands beside the page.
"use strict";
{
  const entries = window.klavi.search;
  const [query, results, count] = ["query", "results", "count"].map((id) => document.getElementById(id));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const known = entries.map((entry) => ({ entry, title: plain(entry.title), text: plain(entry.text) }));
  const LONGEST = 100;

  const rank = ({ title, text }, words) => {
    let sum = 0;
    for (const word of words) {
      if (title.startsWith(word)) sum += 4;
      else if (title.includes(word)) sum += 2;
      else if (text.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  };

  const item = ({ kind, title, url, text }) => {
    const [row, link, note] = ["li", "a", "span"].map((name) => document.createElement(name));
    link.href = url;
    link.textContent = title;
    note.textContent = ` ${kind}${text ? `: ${text}` : ""}`;
    row.append(link, note);
    return row;
  };

  const show = () => {
    const words = plain(query.value).split(/\s+/).filter(Boolean);
    const ranked = known.map((one) => [rank(one, words), one.entry]).filter(([sum]) => words.length > 0 && sum > 0);
    ranked.sort(([a], [b]) => b - a);
    results.replaceChildren(...ranked.slice(0, LONGEST).map(([, entry]) => item(entry)));
    const { none, found } = count.dataset;
    count.textContent = words.length === 0 ? "" : ranked.length === 0 ? none : `${ranked.length} ${found}`;
    history.replaceState(null, "", words.length > 0 ? `#${encodeURIComponent(query.value)}` : location.pathname);
  };

  query.value = decodeURIComponent(location.hash.slice(1));
  query.addEventListener("input", show);
  query.form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
