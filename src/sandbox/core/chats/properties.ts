import type { PlainProperties, PropertyNames, PropertyPlace } from '../store/facts';
import { newProperties, presentNames } from '../store/properties';
import type { World } from '../world';

/** A change that changes nothing is told to nobody. */
export function setPropertiesAt(world: World, place: PropertyPlace, wanted: PlainProperties): PlainProperties {
  const properties = newProperties(world.store.propertiesAt(place), wanted);
  if (Object.keys(properties).length > 0) {
    world.commit({ fact: 'properties-set', ...place, properties });
    world.tell({ news: 'properties-set', ...place, properties });
  }
  return properties;
}

export function deletePropertiesAt(world: World, place: PropertyPlace, wanted: PropertyNames): PropertyNames {
  const names = presentNames(world.store.propertiesAt(place), wanted);
  if (Object.keys(names).length > 0) {
    world.commit({ fact: 'properties-deleted', ...place, names });
    world.tell({ news: 'properties-deleted', ...place, names });
  }
  return names;
}
