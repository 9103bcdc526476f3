import type { Json } from '../../fields';
import type { Settings } from '../../settings';
import { Refusal } from './refusal';

/** Two versions of one API: what they call an account, and where their cookies go. */
export interface AccountsApi {
  /** Begins all its paths, and is the path of its cookies. */
  readonly base: '/v2/customer' | '/customer';
  readonly describe: (settings: Settings) => object;
  /** As it stands in a path. */
  readonly idOf: (settings: Settings) => string;
  readonly requireAccount: (settings: Settings, body: Json) => void;
}

const notFound = () => new Refusal('invalid_request', 'account not found');

export const accountsV2: AccountsApi = {
  base: '/v2/customer',
  describe: ({ organizationId }) => ({ organization_id: organizationId }),
  idOf: ({ organizationId }) => organizationId,
  requireAccount({ organizationId }, body) {
    if (body['organization_id'] !== organizationId) throw notFound();
  },
};

/** Knows licenses, and takes their number as a number or as digits. */
export const accountsV1: AccountsApi = {
  base: '/customer',
  describe: ({ licenseId }) => ({ license_id: Number(licenseId) }),
  idOf: ({ licenseId }) => licenseId,
  requireAccount(settings, body) {
    const licenseId = body['license_id'];
    if (licenseId === undefined) accountsV2.requireAccount(settings, body);
    else if (licenseId !== settings.licenseId && licenseId !== Number(settings.licenseId)) throw notFound();
  },
};
