import { sha256 } from '../../../platform/crypto/index.ts';
import { Html } from '../../../platform/http/index.ts';

/** Sends the form, says what is wrong beside each field, and what comes next. Plain script: the page needs nothing else. */
const SCRIPT = `
const form = document.querySelector('form'), told = document.querySelector('#told'), button = form.querySelector('button');
let begun = false;
form.addEventListener('input', () => {
  if (begun || form.dataset.begin === undefined) return;
  begun = true;
  fetch(form.dataset.begin, { method: 'POST' }).catch(() => undefined);
});
const say = (text, state) => { told.textContent = text; told.dataset.state = state; told.hidden = false; told.focus(); };
form.querySelector('[data-field=country]')?.addEventListener('change', ({ target }) => { target.value = target.value.trim().toUpperCase(); });
const answerOf = (field) => {
  const kind = field.dataset.kind, all = [...field.querySelectorAll('input,select,textarea')];
  if (kind === 'multiple') { const some = all.filter((one) => one.checked).map((one) => one.value); return some.length ? some : undefined; }
  if (kind === 'scale' || kind === 'yes_no') {
    const one = all.find((each) => each.checked);
    return one === undefined ? undefined : kind === 'scale' ? Number(one.value) : one.value === 'true';
  }
  const value = all[0].value.trim();
  return value === '' ? undefined : kind === 'number' ? Number(value) : value;
};
const bodyOf = () => {
  const body = {}, answers = {};
  for (const input of form.querySelectorAll('[data-field]')) if (input.value.trim() !== '') body[input.dataset.field] = input.value.trim();
  for (const field of form.querySelectorAll('[data-key]')) {
    const answer = answerOf(field);
    if (answer !== undefined) answers[field.dataset.key] = answer;
  }
  return form.dataset.key === 'none' ? body : { ...body, answers };
};
// Marks each field that is wrong; false where one of them is not on the page.
const mark = (fields) => {
  let all = fields.length > 0;
  for (const old of form.querySelectorAll('.fault')) old.remove();
  for (const old of form.querySelectorAll('[aria-invalid]')) { old.removeAttribute('aria-invalid'); old.removeAttribute('aria-describedby'); }
  for (const { path, message } of fields) {
    const key = path.replace(/^answers\\./, '');
    const place = [...form.querySelectorAll('[data-key],[data-field]')].find((one) => (one.dataset.key ?? one.dataset.field) === key);
    if (place === undefined || place.type === 'hidden') { all = false; continue; }
    const fault = document.createElement('p');
    fault.className = 'fault';
    fault.id = 'fault-' + key;
    fault.textContent = message;
    (place.closest('.field') ?? place).append(fault);
    for (const input of place.matches('input,textarea') ? [place] : place.querySelectorAll('input,select,textarea')) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', fault.id);
    }
  }
  return all;
};
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  mark([]);
  try {
    const answer = await fetch(form.dataset.send, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify(bodyOf()),
    });
    const read = await answer.json();
    if (answer.ok) { form.hidden = true; say(form.dataset.done, 'done'); return; }
    const wrong = mark(read.fields ?? []) && form.dataset.wrong;
    say(wrong || [read.title, read.detail ?? read.hint].filter(Boolean).join(' '), 'fault');
  } catch { say(form.dataset.offline, 'fault'); }
  button.disabled = false;
});
`;

const STYLE = `
main{max-width:44rem}form{display:grid;gap:1.1rem;margin-top:1.2rem}.field{display:grid;gap:.3rem;border:0;padding:0;margin:0;min-width:0}
.field>label:not(.choice),legend{font-weight:600;padding:0;margin:0}input,select,textarea{font:inherit;color:inherit;background:var(--card);border:1px solid var(--dim);border-radius:6px;padding:.5rem .6rem;width:100%;max-width:none}
input[type=radio],input[type=checkbox]{width:1.1rem;height:1.1rem;margin:0}textarea{min-height:6rem;resize:vertical}
.choice{display:flex;gap:.4rem;align-items:center;font-weight:400;min-height:1.75rem;margin:0}.row{display:flex;flex-wrap:wrap;gap:.3rem .75rem;align-items:center}.row input[type=number]{width:auto;flex:1;min-width:0}
.two{display:grid;gap:1.1rem}@media (min-width:40rem){.two{grid-template-columns:1fr 1fr}}
button{font:inherit;font-weight:600;color:var(--paper);background:var(--accent);border:0;border-radius:6px;padding:.65rem 1.2rem;justify-self:start;cursor:pointer}button:disabled{opacity:.6;cursor:default}
#told{border-left:4px solid var(--accent);background:var(--soft);padding:.8rem 1rem;margin:1rem 0}#told[data-state=fault]{border-color:#b3402a}
.fault{color:#b3402a;margin:0;font-size:.92rem}@media (prefers-color-scheme:dark){.fault{color:#f0a18f}}
[hidden]{display:none!important}.fax{position:absolute;left:-200rem;width:1px;height:1px;overflow:hidden}.intro{white-space:pre-line}
`;

const hashOf = (text: string) => `sha256-${sha256(text).toString('base64')}`;

/** One piece each: white space put between the tags would change the hash, and browsers would refuse it. */
export const formStyle = new Html(`<style>${STYLE}</style>`);
export const formScript = new Html(`<script>${SCRIPT}</script>`);
export const formHashes = { styles: [hashOf(STYLE)], scripts: [hashOf(SCRIPT)] };
