import type { Place } from '../../test/matrix/service';

/** The account of every sandbox that was started without settings; `natter sandbox` prints it. */
export function placeOf(url: string): Place {
  return {
    url,
    organizationId: '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50',
    licenseId: '100200300',
    clientId: '9d3c1e5a7b2f4068a1c9e3d5b7f20468',
  };
}
