// The parts of the interface with their licences. The texts are fetched only when somebody reads one.

import parts from './parts.json';

const TEXTS = import.meta.glob<string>('../../../public/licences/*.txt', { query: '?raw', import: 'default' });

export interface Part {
  name: string;
  version: string;
  licence: string;
  file: string;
}

export const PARTS: readonly Part[] = parts;

export async function licenceText(part: Part): Promise<string> {
  const load = Object.entries(TEXTS).find(([path]) => path.endsWith(`/${part.file}`))?.[1];
  return load ? load() : '';
}
