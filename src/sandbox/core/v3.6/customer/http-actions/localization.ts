import { PHRASES } from '../../../localization/phrases';
import { type HttpAction, readGroupId, readText } from './http-action';

export const getLocalization: HttpAction = {
  method: 'GET',
  needsToken: false,
  run({ world, fields }) {
    readText(fields, 'language');
    readText(fields, 'version');
    readGroupId(world, fields, 'group_id');
    return PHRASES;
  },
};
