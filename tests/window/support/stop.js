// What has the focus, as somebody with a keyboard meets it.
const e = document.activeElement ?? document.body;
const box = e.getBoundingClientRect();
// Somewhere in its first line, which is where a link that goes over two lines begins.
const line = e.getClientRects()[0] ?? box;
const hit = document.elementFromPoint(line.left + Math.min(line.width / 2, 20), line.top + line.height / 2);
const inside = (low, high, size) => Math.min(high, size) - Math.max(low, 0);
const group =
  e.type === 'radio' && e.name
    ? [...document.querySelectorAll(`input[type="radio"][name="${CSS.escape(e.name)}"]`)]
    : [];
return {
  id: e.dataset.testid ?? '',
  tag: e.tagName.toLowerCase(),
  kind: e.type ?? '',
  name: e.name ?? '',
  value: e.dataset.value ?? e.getAttribute('href') ?? e.value ?? '',
  words: (e.innerText ?? '').trim().slice(0, 80),
  checked: e.checked === true,
  answered: group.some((one) => one.checked),
  choices: group.length || (e.options?.length ?? 0),
  covered: hit !== null && !e.contains(hit) && !hit.contains(e),
  // At least one pixel of it is on the screen.
  visible: inside(box.left, box.right, innerWidth) >= 1 && inside(box.top, box.bottom, innerHeight) >= 1,
};
