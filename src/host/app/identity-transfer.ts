import { askIdentityTransfer } from '../../connection';
import type { IdentityTransfer } from '../../domain';
import type { AppSettings } from '../shell/contract';
import type { DiagnosticsLog } from './diagnostics';
import type { Environment } from './environment';
import type { ServiceLine } from './line';

interface Parts {
  readonly settings: AppSettings;
  readonly environment: Pick<Environment, 'fetch'>;
  readonly line: Pick<ServiceLine, 'tokens'>;
  readonly diagnostics: DiagnosticsLog;
}

/** Nothing: the service would not, or could not be asked. */
export async function transferIdentity({
  settings,
  environment,
  line,
  diagnostics,
}: Parts): Promise<IdentityTransfer | undefined> {
  try {
    return await askIdentityTransfer({ ...settings, ...environment, tokens: line.tokens });
  } catch (error) {
    diagnostics.report('identity not handed over', (error as Error).message);
    return undefined;
  }
}
