import type { Desk } from './desk';
import { loadObject, type Gate } from './load';
import { apiNotFound, invalidArgument, isRefusal, itemNotFound } from './model/refusal';
import {
  actionTypes,
  pathTypes,
  type Action,
  type Answer,
  type ArgumentInfo,
  type ObjectPathInfo,
  type Request,
} from './protocol';
import {
  identityOf,
  isWire,
  itemOf,
  methodOf,
  navigationOf,
  nullObject,
  selfOf,
  settableOf,
  wire,
  type Argument,
  type WireObject,
} from './wire/object-type';
import { internalServiceType } from './wire/internal-service';
import { rangeAreasType, rangeType } from './wire/range';
import { workbookType } from './wire/workbook';

/** Objects that the add-in keeps past the request in which it got them, by the id that was given to it. */
export type References = Map<string, WireObject>;

export interface Engine {
  /** Runs the actions in order. The first that fails ends it; what was done before stays done. */
  readonly run: (request: Request, stopAfter?: Stop) => Answer;
}

/** A failure that a test wants after so many actions. */
export interface Stop {
  readonly actions: number;
  readonly error: Error;
}

interface Run {
  readonly request: Request;
  readonly objects: Map<number, WireObject>;
  readonly kept: Set<number>;
}

export function createEngine(desk: Desk, gate: Gate): Engine {
  const references: References = new Map();
  let lastReference = 0;

  const argument = (run: Run, value: unknown, path: number): Argument => {
    if (path > 0) return objectAt(run, path);
    if (Array.isArray(value)) return isLarge(value) ? value : value.map((part) => argument(run, part, 0));
    if (typeof value !== 'object' || value === null) return value;
    if ('_ObjectPathId' in value) return objectAt(run, Number(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, argument(run, part, 0)]));
  };

  const argumentsOf = (run: Run, info: ArgumentInfo | undefined): Argument[] =>
    (info?.Arguments ?? []).map((value, index) => argument(run, value, info?.ReferencedObjectPathIds?.[index] ?? 0));

  const objectAt = (run: Run, id: number): WireObject => {
    const known = run.objects.get(id);
    if (known !== undefined) return known;
    const path = run.request.ObjectPaths[id];
    if (path === undefined) throw invalidArgument(`object path ${id}`);
    const found = follow(run, path);
    run.objects.set(id, found);
    return found;
  };

  const follow = (run: Run, path: ObjectPathInfo): WireObject => {
    if (path.ObjectPathType === pathTypes.root) return wire(workbookType, null);
    if (path.ObjectPathType === pathTypes.nullObject) return nullObject;
    if (path.ObjectPathType === pathTypes.service) {
      if (path.Name !== internalServiceType.name) throw apiNotFound(path.Name);
      return wire(internalServiceType, null);
    }
    if (path.ObjectPathType === pathTypes.reference) {
      const kept = references.get(path.Name);
      if (kept === undefined) throw itemNotFound(`the object ${path.Name}, which was let go`);
      return kept;
    }
    return followFrom(run, objectAt(run, path.ParentObjectPathId ?? 0), path);
  };

  const followFrom = (run: Run, parent: WireObject, path: ObjectPathInfo): WireObject => {
    // What would come from nothing is nothing too.
    if (parent === nullObject) return nullObject;
    const member = `${parent.type.name}.${path.Name}`;
    const args = argumentsOf(run, path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case pathTypes.indexer:
        return itemOf(parent, args[0], desk);
      case pathTypes.property: {
        const navigation = navigationOf(parent, path.Name);
        if (navigation === undefined) throw apiNotFound(member);
        gate(navigation.since, member);
        return navigation.to(parent.self, desk);
      }
      case pathTypes.method: {
        const method = methodOf(parent, path.Name);
        gate(method.since, member);
        const found = method.call(parent.self, args, desk);
        if (!isWire(found)) throw apiNotFound(`${member} as an object`);
        return found;
      }
      default:
        throw invalidArgument(`object path type ${path.ObjectPathType}`);
    }
  };

  /** The id and, where the add-in asked to keep the object, the reference under which it will come back. */
  const instantiate = (run: Run, id: number): unknown => {
    const object = objectAt(run, id);
    if (object === nullObject) return null;
    if (!run.kept.has(id)) return identityOf(object);
    lastReference += 1;
    references.set(`reference-${lastReference}`, object);
    const range = selfOf(rangeType, object) ?? selfOf(rangeAreasType, object);
    if (range !== undefined) desk.kept.add(range);
    return { ...identityOf(object), _ReferenceId: `reference-${lastReference}` };
  };

  const letGo = (id: string): null => {
    const object = references.get(id);
    const range = object === undefined ? undefined : (selfOf(rangeType, object) ?? selfOf(rangeAreasType, object));
    if (range !== undefined) desk.kept.delete(range);
    references.delete(id);
    return null;
  };

  const callMethod = (run: Run, action: Action): unknown => {
    const object = objectAt(run, action.ObjectPathId);
    const name = action.Name ?? '';
    if (name === '_RemoveReference') return letGo(String(argumentsOf(run, action.ArgumentInfo)[0]));
    if (name === '_KeepReference') {
      run.kept.add(action.ObjectPathId);
      return null;
    }
    const method = methodOf(object, name);
    gate(method.since, `${object.type.name}.${name}`);
    const result = method.call(object.self, argumentsOf(run, action.ArgumentInfo), desk);
    return isWire(result) ? identityOf(result) : (result ?? null);
  };

  const set = (run: Run, action: Action): null => {
    const object = objectAt(run, action.ObjectPathId);
    const name = action.Name ?? '';
    const property = settableOf(object, name);
    gate(property.since, `${object.type.name}.${name}`);
    property.set?.(object.self, argumentsOf(run, action.ArgumentInfo)[0], desk);
    return null;
  };

  const perform = (run: Run, action: Action): unknown => {
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return instantiate(run, action.ObjectPathId);
      case actionTypes.query:
        return loadObject(objectAt(run, action.ObjectPathId), action.QueryInfo ?? {}, desk, gate);
      case actionTypes.method:
        return callMethod(run, action);
      case actionTypes.setProperty:
        return set(run, action);
      default:
        throw apiNotFound(`action type ${action.ActionType}`);
    }
  };

  return {
    run: (request, stop) => {
      const run: Run = { request, objects: new Map(), kept: new Set() };
      const answer: Answer = { Results: [], TraceIds: [] };
      // A request that fails after its last action has done all of its work, and answers with the error alone.
      const last = stop === undefined ? -1 : Math.min(stop.actions, request.Actions.length - 1);
      for (const [index, action] of request.Actions.entries()) {
        try {
          if (stop !== undefined && index === last && last === stop.actions) throw stop.error;
          if (action.ActionType === actionTypes.trace) answer.TraceIds.push(action.Id);
          const Value = action.ActionType === actionTypes.trace ? null : perform(run, action);
          answer.Results.push({ ActionId: action.Id, Value });
          if (stop !== undefined && index === last) throw stop.error;
        } catch (error) {
          if (!isRefusal(error)) throw error;
          answer.Error = {
            Code: error.code,
            Message: error.message,
            Location: locationOf(request, action),
            ActionIndex: index,
          };
          return answer;
        }
      }
      return answer;
    },
  };
}

/** Grids of values hold no proxies; walking a hundred thousand rows for one would take longer than writing them. */
const isLarge = (value: readonly unknown[]): boolean => Array.isArray(value[0]);

function locationOf({ ObjectPaths }: Request, action: Action): string {
  const path = ObjectPaths[action.ObjectPathId];
  return [path?.Name ?? '', action.Name ?? ''].filter((part) => part !== '').join('.');
}
