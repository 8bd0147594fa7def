import { expect, it } from 'vitest';
import { searchServices } from './search-services.ts';

const all = ['Søknad om varemerke', 'Årlig feieavgift', 'Søknad om tiltak', 'Café i Ål'];
const search = (query: string) => searchServices(all, query, (entry) => entry);

it('wants every word, in any case and order', () => {
  expect(search('VAREMERKE søknad')).toEqual(['Søknad om varemerke']);
  expect(search('søknad')).toHaveLength(2);
  expect(search('  ')).toEqual(all);
  expect(search('båt')).toEqual([]);
});

it('looks past accents, but å is a letter', () => {
  expect(search('cafe ål')).toEqual(['Café i Ål']);
  expect(search('arlig')).toEqual([]);
  expect(search('a\u030arlig')).toEqual(['Årlig feieavgift']);
});
