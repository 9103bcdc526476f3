/** What few pages want and few visitors do, in one piece: each of it alone would be smaller than what it costs to fetch. */
export { eraseCustomer } from './erase';
export { transferIdentity } from './identity-transfer';
export { tellOldApi } from './old-api';
export { readPageWays } from './page-ways';
export { whatIsWrongWithSale } from './sales';
export { startChat } from './start-chat';
