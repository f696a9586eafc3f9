import { largestFile, mostFiles } from '@cordee/contract/file-limits';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { asProblem, type Problem } from '../../lib/api/problem.ts';
import { sendBytes, type Uploaded } from './send-bytes.ts';

/** A file that was chosen: on its way, there, or refused. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** From 0 to 1 while it is on its way. */
  readonly share: number;
  readonly uploaded: Uploaded | null;
  readonly fault: Fault | null;
}

/** `large` and `many` are known before anything is sent. */
export type Fault = 'large' | 'many' | Problem;

/** What is handed in with a form: the ids of what arrived, and whether something is still on its way. */
export interface HandedIn {
  readonly ids: readonly string[];
  readonly busy: boolean;
}

/** Sends what is chosen, one beside the other, and tells the form what arrived. */
export function useUploads(onChange: (handedIn: HandedIn) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  });
  useEffect(() => {
    const ids = uploads.flatMap(({ uploaded }) => (uploaded === null ? [] : [uploaded.id]));
    told.current({ ids, busy: uploads.some(({ uploaded, fault }) => uploaded === null && fault === null) });
  }, [uploads]);
  useEffect(() => {
    const open = stops.current;
    return () => open.forEach((stop) => stop.abort());
  }, []);

  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const send = async (file: File, key: string) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    try {
      change(key, { uploaded: await sendBytes(file, (share) => change(key, { share }), stop.signal) });
    } catch (error) {
      change(key, { fault: asProblem(error) });
    }
  };
  const add = (files: readonly File[]) => {
    const room = mostFiles - uploads.filter(({ fault }) => fault === null).length;
    const added = files.map((file, index) => ({ file, upload: begun(file, index < room) }));
    setUploads((all) => [...all, ...added.map(({ upload }) => upload)]);
    for (const { file, upload } of added) if (upload.fault === null) void send(file, upload.key);
  };
  const remove = ({ key, uploaded }: Upload) => {
    stops.current.get(key)?.abort();
    setUploads((all) => all.filter((one) => one.key !== key));
    // Left there, it would go by itself after a day.
    if (uploaded !== null) call('removeFile', { params: { id: uploaded.id } }).catch(() => undefined);
  };
  return { uploads, add, remove };
}

function begun({ name, size }: File, hasRoom: boolean): Upload {
  const fault = size > largestFile ? 'large' : hasRoom ? null : 'many';
  return { key: crypto.randomUUID(), name, size, share: 0, uploaded: null, fault };
}
