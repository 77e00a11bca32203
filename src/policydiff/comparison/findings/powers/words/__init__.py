"""The words by which a rule sets a licence, a penalty, coercion, a fee or a prohibition, and by which it sets none.

patterns      how they are written down                  patterns.py
elsewhere     what refers to a power set elsewhere       elsewhere.py
bodies        who acts and is bound                      bodies.py
listing       how a list is announced, and its items     listing.py
of each rule  under the name of its module               penalties.py, restraints.py, licences.py, conditions.py,
                                                         coercion.py, periods.py, fees.py, proofs.py, barriers.py,
                                                         prohibitions.py
across        of each rule, in either language           across.py

They are those of the laws on these powers and of laws and regulations that use them: 行政处罚法 2021 art. 9 on kinds of
penalty, 行政强制法 arts. 9, 12 and 43 on measures and enforcement, 行政许可法 arts. 2 and 12 on leave and certificates.
"""
