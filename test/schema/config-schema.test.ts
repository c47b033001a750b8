import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { CONFIG_SCHEMA } from '../../src/node/config/schema.ts';
import { CONFIGS, FAULTY } from '../node/config/configs.ts';

const SHIPPED = new URL('../../schema/config.schema.json', import.meta.url).pathname;

describe('schema/config.schema.json', () => {
  it('is the schema in the code (npm run schema writes it)', async () => {
    const made = { $id: 'urn:idp-preflight:config:1', title: 'idp-preflight config', ...z.toJSONSchema(CONFIG_SCHEMA) };
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(SHIPPED);
  });

  const compile = () =>
    new Ajv2020({ strict: false, formats: { date: true } }).compile(JSON.parse(readFileSync(SHIPPED, 'utf8')));

  it.each(CONFIGS)('holds $name', ({ text }) => {
    const validate = compile();
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(FAULTY.filter(({ isSeenBySchema }) => isSeenBySchema === true))('refuses $name', ({ text }) => {
    expect(compile()(parse(text))).toBe(false);
  });
});
