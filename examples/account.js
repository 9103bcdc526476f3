/** Of the sandbox. With an account of LiveChat there is no `serverUrl`. */
export const account = {
  organizationId: '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50',
  clientId: '9d3c1e5a7b2f4068a1c9e3d5b7f20468',
  serverUrl: location.origin,
};
