"""How far figures of a forecast lie from one's own draws, in standard errors of both together."""

import numpy as np

LEVELS = {"p5": 0.05, "p10": 0.1, "p50": 0.5, "p90": 0.9, "p95": 0.95}


def quantile_error(sample, level):
    """Standard error of a quantile: half the distance between the order statistics one deviation away on either side."""
    deviation = np.sqrt(len(sample) * level * (1 - level))
    place = len(sample) * level
    return (sample[int(place + deviation)] - sample[int(place - deviation)]) / 2


def band_errors(band, values, draws):
    """How many standard errors each figure of a band is away from the same of one's own draws."""
    sample, both = np.sort(values), np.sqrt(1 + len(values) / draws)
    errors = {name: (band[name] - np.quantile(sample, level)) / (quantile_error(sample, level) * both)
              for name, level in LEVELS.items()}
    own_error = sample.std() / np.sqrt(len(sample))
    return {**errors, "mean": (band["mean"] - sample.mean()) / (own_error * both)}


def chance_error(chance, happened, draws):
    share = (chance["probability"] * draws + happened.sum()) / (draws + len(happened))
    error = np.sqrt(max(share * (1 - share), 1 / draws) * (1 / draws + 1 / len(happened)))
    return (chance["probability"] - happened.mean()) / error
