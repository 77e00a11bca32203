"""The logistic regression by which likelihoods are learned."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from policydiff.alignment.evidence import Scores


def regression(rows: Scores, said: NDArray[Any], strength: float) -> tuple[float, Scores]:
    """The constant and the weight of each trait, the traits as they are, a row a pair: by what was `said` of each.

    The weaker the `strength`, the more weights are pulled to nothing.
    """
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=strength, max_iter=5000).fit(scaler.transform(rows), said)
    weights: Scores = model.coef_[0] / scaler.scale_
    return float(model.intercept_[0] - (weights * scaler.mean_).sum()), weights
