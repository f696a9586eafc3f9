// The browser script served at /t.js. Every byte counts: 1,300 gzip at most, see bundle.ts. Nothing here may throw into the page.

type Touch = Partial<Record<'cordee_code' | 'cordee_click' | 'cordee_sub', string>>;
type Stored = Touch & { cordee_visitor?: string };
type Input = object | boolean | undefined;

interface Api {
  (command: string, input?: Input): unknown;
  fields: () => Touch;
  q?: [string, Input][];
}

type Page = Window & { cordee?: Partial<Api> };

interface Answer {
  clickId: string;
  visitorId: string;
}

interface Script {
  src: string;
  dataset: Record<string, string | undefined>;
}

interface Landing {
  url: string | undefined;
  referrer: string | undefined;
  parameter: string | undefined;
}

const { src, dataset: options } = document.currentScript as unknown as Script;

// The first name is our own, used to write; the others are honoured when read, in this order, so that a code handed over
// wins over a generic `ref`.
const parameters: (string | undefined)[][] = [
  ['cordee_click', options['clickParam']],
  ['cordee_sub', 'sub', 'sub_id', 'subid'],
  `cordee_code,cordee,${options['params'] ?? 'via,fpr,fp_ref,ref,a,_from,_by,deal,_go,_get,aff,rfsn,a_aid,sld,refcode,cref,ps_xid,ps_partner_key,aecid'}`.split(
    ',',
  ),
];

let touch: Touch = {};
let visitor: string | undefined;
let seen: string | undefined;
let landing: Landing | undefined;
let consented = false;
let registered: Promise<unknown> = Promise.resolve();

// Without consent the life is zero days: the same line erases.
function keep(): void {
  const life = (consented as unknown as number) * ((options['cookieDays'] ?? 90) as number) * 86400;
  document.cookie = `cordee=${new URLSearchParams(visitor ? { ...touch, cordee_visitor: visitor } : touch)};path=/;samesite=lax;max-age=${life}`;
}

async function post(fact: string, body: object): Promise<unknown> {
  const response = await fetch(new URL(`api/v1/track/${fact}`, src), {
    method: 'POST',
    keepalive: true,
    credentials: consented ? 'same-origin' : 'omit',
    headers: { authorization: `Bearer ${options['key']}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      code: touch.cordee_code,
      clickId: touch.cordee_click,
      visitorId: visitor,
      subId: touch.cordee_sub,
      ...body,
    }),
  });
  const answer: unknown = await response.json();
  return response.ok ? answer : Promise.reject(answer);
}

function register(): void {
  const mine = touch;
  const cookie = new URLSearchParams(document.cookie.split('cordee=')[1]?.split(';')[0]);
  const { cordee_visitor, ...stored }: Stored = Object.fromEntries(cookie);
  visitor = cordee_visitor;
  if (!landing || (performance.navigation?.type && stored.cordee_code === seen)) {
    touch = stored;
  } else {
    keep();
    if (!mine.cordee_click)
      registered = post('click', landing)
        .then((answer) => {
          if (mine === touch) ({ clickId: mine.cordee_click, visitorId: visitor } = answer as Answer);
        })
        .catch((problem: { status?: number }) => {
          // A refused code must not cost the partner who was there before; a failed network must not cost this one.
          if (mine === touch && (problem.status as number) < 429) touch = stored;
        })
        .then(keep);
  }
  landing = undefined;
}

function notice(): void {
  const query = new URLSearchParams(location.search);
  const found: Record<string, string> = {};
  let parameter: string | undefined;
  for (const names of parameters) {
    parameter = names.find((name) => query.get(name as string));
    if (parameter) found[names[0] as string] = query.get(parameter) as string;
  }
  const key = found['cordee_click'] || found['cordee_code'];
  if (key && key !== seen) {
    seen = key;
    touch = found;
    landing = { url: location.href.split('#')[0], referrer: document.referrer || undefined, parameter };
    if (consented) register();
  }
}

async function consent(granted: unknown): Promise<void> {
  if (!granted) {
    if (consented) {
      consented = false;
      touch = {};
      visitor = seen = undefined;
      notice();
    }
    keep();
  } else if (
    !consented &&
    (options['gpc'] === 'ignore' || !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl)
  ) {
    consented = true;
    register();
  }
}

function react(event: { target?: unknown; formData?: FormData }): void {
  try {
    const form = event.formData;
    const target = event.target as HTMLAnchorElement | undefined;
    const carrier = form ? target : target?.closest?.<HTMLAnchorElement>('a[href]');
    if (!carrier) {
      notice();
    } else if (
      (carrier.closest('[data-cordee]') && (form || (!consented && carrier.host === location.host))) ||
      options['domains']?.split(',').includes(carrier.host)
    ) {
      for (const name in touch) {
        const query = form ?? new URLSearchParams(carrier.search);
        query.set(name, touch[name as keyof Touch] as string);
        if (!form) carrier.search = query as unknown as string;
      }
    }
  } catch {}
}

const cordee: Api = (command, input) => {
  const done =
    command === 'consent'
      ? consent(input)
      : registered.then(() =>
          post(command, { eventId: command === 'lead' ? crypto.randomUUID?.() : undefined, ...(input as object) }),
        );
  done.catch(() => 0);
  return done;
};

try {
  const queue = (window as Page).cordee?.q ?? [];
  cordee.fields = () => ({ ...touch });
  (window as Page).cordee = cordee;
  notice();
  if (options['consent'] === 'granted') cordee('consent', true);
  for (const call of queue) cordee(...call);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = (...input) => {
      original.apply(history, input);
      react({});
    };
  }
  for (const type of ['popstate', 'click', 'auxclick', 'formdata']) addEventListener(type, react, true);
} catch {}
