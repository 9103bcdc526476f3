import type { ProductOption } from '../../domain';
import { useUi } from '../ui-context';

/** What it costs, and what it cost before. Nothing where that is no sum of money. */
export function Price({ option }: { readonly option: ProductOption }) {
  const { words } = useUi();
  const price = money(words.language, option.price, option.currency);
  const regular = money(words.language, option.regularPrice, option.currency);
  if (!price) return null;
  return (
    <p class="price">
      <strong>{price}</strong>
      {regular && regular !== price && (
        <>
          {' '}
          <s aria-hidden="true">{regular}</s>
          <span class="unseen">{words.t('product.regular_price', { price: regular })}</span>
        </>
      )}
    </p>
  );
}

function money(language: string, amount: number | undefined, currency: string | undefined): string {
  if (amount === undefined || !Number.isFinite(amount) || amount < 0 || amount > 1e12) return '';
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return amount.toLocaleString(language);
  return amount.toLocaleString(language, { style: 'currency', currency });
}
