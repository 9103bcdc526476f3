import { useId, useState } from 'preact/hooks';
import type { Goods, Outcome, Product, ProductOption, RichButton, RichElement, UserId } from '../../domain';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { CardImage } from './CardImage';
import { CardTexts } from './CardTexts';
import { Choices } from './Choices';
import { Price } from './Price';

const MOST_OPTIONS = 50;
const COLOR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** Tells what was pressed, and for which product in which kind. */
export type ChooseGoods = (button: RichButton, goods?: Goods) => Promise<Outcome>;

interface Props {
  readonly element: RichElement;
  readonly authorId: UserId;
  readonly choose: ChooseGoods;
}

/** A card whose picture and price follow what is chosen. */
export function ProductCard({ element, authorId, choose }: Props) {
  const { image, product, buttons } = element;
  const [chosen, setChosen] = useState(() => firstOf(product));
  const goods = product?.productId ? { productId: product.productId, optionId: chosen?.id } : undefined;
  const url = chosen?.imageUrl ?? chosen?.thumbnailUrl;
  const picture = url ? { url, name: cleanLine(chosen?.label ?? '') } : image;
  return (
    <div class="rich-card">
      {picture && <CardImage image={picture} authorId={authorId} />}
      <div class="card-texts">
        <CardTexts element={element} />
        {chosen && <Price option={chosen} />}
        {product && product.options.length > 0 && (
          <Options product={product} chosen={chosen} onChoose={(option) => setChosen(option)} />
        )}
      </div>
      {buttons.length > 0 && <Choices buttons={buttons} choose={(button) => choose(button, goods)} />}
    </div>
  );
}

interface OptionsProps {
  readonly product: Product;
  readonly chosen: ProductOption | undefined;
  readonly onChoose: (option: ProductOption) => void;
}

function Options({ product, chosen, onChoose }: OptionsProps) {
  const { words } = useUi();
  const name = `natter-options-${useId()}`;
  return (
    <fieldset class="options">
      <legend>{cleanLine(product.label ?? '') || words.t('product.choose')}</legend>
      {product.options.slice(0, MOST_OPTIONS).map((option, index) => {
        const isGone = option.isAvailable === false;
        return (
          <label key={index} class="option">
            <input
              type="radio"
              name={name}
              tabIndex={-1}
              checked={option === chosen}
              disabled={isGone}
              onChange={() => onChoose(option)}
            />
            <span class="option-face">
              {option.color && COLOR.test(option.color) && (
                <span class="swatch" aria-hidden="true" style={{ background: option.color }} />
              )}
              <bdi>{cleanLine(option.label) || '…'}</bdi>
              {isGone && ' '}
              {isGone && <small>{words.t('product.unavailable')}</small>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function firstOf(product: Product | undefined): ProductOption | undefined {
  const offered = product?.options.filter(({ isAvailable }) => isAvailable !== false) ?? [];
  return offered.find(({ isSelected }) => isSelected) ?? offered[0] ?? product?.options[0];
}
