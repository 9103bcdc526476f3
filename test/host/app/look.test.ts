// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { putOnLook, readLook } from '../../../src/host/app/look';

it('takes nothing from the page that could become another rule', () => {
  const look = readLook({
    variant: 'dark}',
    light: { accent: [1, 2, 3], 'x}body': [1, 2, 3], header: [1, 2, 999], page: ['1', 2, 3] },
    dark: null,
    radius: '4px',
    font: 'a;}*{color:red',
    logo: 'https://cdn.example/a")}*{color:red',
  });
  expect(look).toMatchObject({ variant: 'auto', radius: undefined, font: undefined, logo: undefined, hasPhotos: true });
  expect([...look.light]).toEqual([['accent', 'rgb(1,2,3)']]);
  expect(look.dark.size).toBe(0);
});

it('makes one entry of all that made no sense', () => {
  const report = vi.fn();
  putOnLook({ wrong: ['cta_color', 'radius'] }, { report });
  expect(report.mock.calls).toEqual([['look left out', 'cta_color,radius']]);
});
