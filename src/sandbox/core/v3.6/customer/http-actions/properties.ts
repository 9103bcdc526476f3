import type { Fields } from '../../../fields';
import type { PlainProperties } from '../../../store/facts';
import { type HttpAction, readGroupId, readOptionalText } from './http-action';

export const listLicenseProperties: HttpAction = {
  method: 'GET',
  needsToken: false,
  run: ({ world, fields }) => narrow(world.settings.properties.license, fields),
};

export const listGroupProperties: HttpAction = {
  method: 'GET',
  needsToken: false,
  run({ world, fields }) {
    const groupId = readGroupId(world, fields, 'id');
    return narrow(world.settings.properties.groups[String(groupId)] ?? {}, fields);
  },
};

/** To one namespace, and to one name. */
function narrow(properties: PlainProperties, fields: Fields): PlainProperties {
  const [namespace, name] = [readOptionalText(fields, 'namespace'), readOptionalText(fields, 'name')];
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([one]) => namespace === undefined || one === namespace)
      .map(([one, values]) => {
        const left = Object.entries(values).filter(([key]) => name === undefined || key === name);
        return [one, Object.fromEntries(left)] as const;
      })
      .filter(([, values]) => Object.keys(values).length > 0),
  );
}
